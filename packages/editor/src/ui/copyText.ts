/**
 * Puts text on the clipboard. The clipboard API exists on https and localhost only; a server in the local network is
 * often reached by plain http, so there is the old way, too.
 *
 * @throws {Error} when the browser allows neither.
 */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text)
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  // Inside an open dialog the focus may not leave it, so the field is put where the focus is.
  const place = document.activeElement?.closest('[role="dialog"]') ?? document.body
  place.append(field)
  field.select()
  // Deprecated, and the only way without https.
  const isCopied = document.execCommand('copy')
  field.remove()
  if (!isCopied) throw new Error('The browser did not allow copying.')
}

import type { FieldPlace } from '../../canvas/panels.ts'

const CONTROL =
  'input:not([type=hidden]), textarea, [contenteditable=true], select, button[role=combobox]'

export function focusFirstField(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>(CONTROL)?.focus()
}

/** Goes into the field of a form that holds a value, unfolding what it is in, and selects the stretch that is meant. */
export function focusField(form: HTMLElement, { path, text, start, end }: FieldPlace): void {
  const field = fieldFor(form, path)
  const control = field?.matches(CONTROL) ? field : field?.querySelector<HTMLElement>(CONTROL)
  if (!control) return focusFirstField(form)
  for (let part = control.closest('details'); part; part = parentDetails(part)) part.open = true
  control.focus()
  control.scrollIntoView?.({ block: 'nearest' })
  if (start === undefined || end === undefined) return
  const isText = control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement
  // A box that shows several values at once has other places.
  if (isText && control.value === text) control.setSelectionRange(start, end)
}

const parentDetails = (part: Element) => part.parentElement?.closest('details') ?? null

/** The field of the value itself, or of the nearest value around it that has one. */
function fieldFor(form: HTMLElement, path: FieldPlace['path']): HTMLElement | null {
  const fields = [...form.querySelectorAll<HTMLElement>('[data-field]')]
  for (let length = path.length; length >= 0; length -= 1) {
    const name = path.slice(0, length).join('.')
    const field = fields.find((each) => each.dataset['field'] === name) ?? null
    if (field || path.length === 0) return field
    if (length === 1) return null
  }
  return null
}

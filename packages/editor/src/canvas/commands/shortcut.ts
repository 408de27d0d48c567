import { isApple } from '../../ui/Kbd.tsx'

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** A key press in the words of `Command.shortcuts`: `mod+shift+z`. */
export function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string {
  const name = key.toLowerCase()
  // These need shift on most keyboards.
  const hasShift = shiftKey && name !== '+' && name !== '?'
  return [
    (isApple() ? metaKey : ctrlKey) ? 'mod+' : '',
    altKey ? 'alt+' : '',
    hasShift ? 'shift+' : '',
    name,
  ].join('')
}

import type { NodeData } from '@parley/shared'

type NoteColour = NodeData<'note'>['color']
const NOTE_COLOURS = ['yellow', 'green', 'blue', 'pink', 'gray'] as const satisfies NoteColour[]
const GROUPS = ['start', 'messages', 'questions', 'logic', 'actions', 'canvas'] as const
const NAMES = [
  'surface',
  'line',
  'line-strong',
  'ink',
  'primary',
  'success',
  'canvas',
  'warning',
  'danger',
] as const

/** What a drawing cannot take from a style sheet by itself. */
export interface FarColours {
  readonly surface: string
  readonly line: string
  readonly lineStrong: string
  readonly ink: string
  readonly primary: string
  readonly success: string
  readonly canvas: string
  readonly warning: string
  readonly danger: string
  readonly groups: Readonly<Record<(typeof GROUPS)[number], string>>
  readonly notes: Readonly<
    Record<NoteColour, { readonly ground: string; readonly line: string; readonly ink: string }>
  >
  readonly fontFamily: string
}

/** The colours of the theme that an element of the page is shown in. */
export function readFarColours(element: HTMLElement): FarColours {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const [surface, line, lineStrong, ink, primary, success, canvas, warning, danger] =
    NAMES.map(read)
  return {
    surface: surface ?? '',
    line: line ?? '',
    lineStrong: lineStrong ?? '',
    ink: ink ?? '',
    primary: primary ?? '',
    success: success ?? '',
    canvas: canvas ?? '',
    warning: warning ?? '',
    danger: danger ?? '',
    // Built over all groups and all colours of notes, which is what makes the records complete.
    groups: Object.fromEntries(
      GROUPS.map((group) => [group, read(`group-${group}`)]),
    ) as FarColours['groups'],
    notes: Object.fromEntries(
      NOTE_COLOURS.map((colour) => [colour, readNote(element, colour)]),
    ) as FarColours['notes'],
    fontFamily: style.fontFamily,
  }
}

/** Notes have their colours by an attribute; only an element that has it knows them. */
function readNote(element: HTMLElement, colour: NoteColour) {
  const probe = document.createElement('i')
  probe.dataset['note'] = colour
  element.parentElement?.append(probe)
  const style = getComputedStyle(probe)
  const note = {
    ground: style.getPropertyValue('--note').trim(),
    line: style.getPropertyValue('--note-line').trim(),
    ink: style.getPropertyValue('--note-ink').trim(),
  }
  probe.remove()
  return note
}

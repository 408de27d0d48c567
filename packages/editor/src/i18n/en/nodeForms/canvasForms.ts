/** Forms of what is there for the authors only. */
export const canvasForms = {
  note: 'Note',
  noteColor: 'Colour',
  sectionWidth: 'Width',
  sectionHeight: 'Height',
  sectionHelp:
    'Steps that lie on a section move with it. It changes nothing about the conversation.',
  noteColors: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink', gray: 'Grey' },
} as const

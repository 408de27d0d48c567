/** What the forms of all nodes say. */
export const everyForm = {
  untitled: 'untitled',
  moveUp: 'Move “{title}” up',
  moveDown: 'Move “{title}” down',
  removeItem: 'Remove “{title}”',
  systemVariables: {
    contactName: 'Name of the contact',
    contactPhone: 'Phone number of the contact',
    contactLanguage: 'Language of the contact',
    contactTags: 'Tags of the contact',
    numberName: 'Name of your number',
    numberPhone: 'Phone number of your number',
    now: 'Date and time now',
    today: 'Date today',
  },
  fromNode: 'set by {name}',
  declared: 'set in the flow',
  name: 'Name of the step',
} as const

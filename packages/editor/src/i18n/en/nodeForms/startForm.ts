/** The form of the start: triggers. */
export const startForm = {
  triggers: 'What starts this flow',
  triggersEmpty:
    'Nothing starts this flow by itself. It can still be started by a person or by the API.',
  addTrigger: 'Add a trigger',
  removeTrigger: 'Remove the trigger',
  triggerKinds: {
    keyword: 'Keyword',
    firstMessage: 'First message ever',
    anyMessage: 'Any message',
  },
  triggerHelp: {
    keyword: 'The contact writes one of your words.',
    firstMessage: 'The contact writes to the number for the first time.',
    anyMessage: 'Whatever nothing else answers.',
  },
  words: 'Words',
  wordsHelp: 'One per line. Case and accents do not count.',
  patternsHelp: 'One regular expression per line.',
  wordMatch: 'The message',
  wordMatches: {
    exact: 'is exactly one of them',
    startsWith: 'starts with one of them',
    contains: 'contains one of them',
    regex: 'matches a pattern',
  },
  interrupts: 'Also in the middle of a flow',
  interruptsHelp: 'Leaves whatever the contact is in and starts this flow.',
  groups: 'Also in groups',
  priority: 'Priority',
  priorityHelp: 'When several triggers match, the highest number wins.',
  activeHours: 'Only at certain hours',
  from: 'From',
  to: 'To',
  timeZone: 'Time zone',
  timeZoneFlow: 'As set for the flow',
} as const

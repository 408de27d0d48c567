import { actionForms } from './nodeForms/actionForms.ts'
import { canvasForms } from './nodeForms/canvasForms.ts'
import { everyForm } from './nodeForms/everyForm.ts'
import { logicForms } from './nodeForms/logicForms.ts'
import { messageForms } from './nodeForms/messageForms.ts'
import { questionForms } from './nodeForms/questionForms.ts'
import { startForm } from './nodeForms/startForm.ts'

/** Node types: what they are called and what their forms say. */
export const nodes = {
  groups: {
    start: 'Start',
    messages: 'Messages',
    questions: 'Questions',
    logic: 'Logic',
    actions: 'Actions',
    canvas: 'On the canvas',
  },
  unknown: 'Unknown step',
  types: {
    start: {
      title: 'Start',
      hint: 'What begins the flow: a keyword, a first message, any message',
      keywords: 'trigger keyword begin entry',
    },
    text: {
      title: 'Text',
      hint: 'Send a text message',
      keywords: 'message say write send',
    },
    media: {
      title: 'Media',
      hint: 'Send a photo, video, voice note or file',
      keywords: 'image photo picture video audio voice document file pdf sticker',
    },
    buttons: {
      title: 'Buttons',
      hint: 'Ask with buttons to tap; each leads its own way',
      keywords: 'menu quick reply choice options',
    },
    list: {
      title: 'List',
      hint: 'Ask with a list that opens; for up to ten choices',
      keywords: 'menu options rows sections choice',
    },
    ctaUrl: {
      title: 'Link button',
      hint: 'Send a message with a button that opens a web page',
      keywords: 'url website cta link open',
    },
    template: {
      title: 'Template',
      hint: 'Send a message from a template that WhatsApp approved',
      keywords: 'approved business marketing utility',
    },
    location: {
      title: 'Location',
      hint: 'Send a place on the map',
      keywords: 'map address place pin',
    },
    question: {
      title: 'Question',
      hint: 'Ask for a text, number, e-mail, phone, date or choice and keep the answer',
      keywords: 'ask input answer collect form variable number email phone date choice',
    },
    condition: {
      title: 'Condition',
      hint: 'Go different ways, by what you know',
      keywords: 'if else branch rule filter switch',
    },
    setVariable: {
      title: 'Set variable',
      hint: 'Keep a value for later',
      keywords: 'assign value compute save',
    },
    delay: {
      title: 'Delay',
      hint: 'Wait for a while, or until a time of day',
      keywords: 'wait pause sleep later timer',
    },
    goTo: {
      title: 'Go to',
      hint: 'Jump to another step without a line across the canvas',
      keywords: 'jump loop back',
    },
    httpRequest: {
      title: 'HTTP request',
      hint: 'Ask another system, or tell it something',
      keywords: 'api webhook rest call fetch integration',
    },
    handover: {
      title: 'Hand over',
      hint: 'Let a person take the conversation',
      keywords: 'human agent support team inbox person',
    },
    end: {
      title: 'End',
      hint: 'End the flow here',
      keywords: 'stop finish goodbye',
    },
    note: {
      title: 'Note',
      hint: 'A remark for whoever works on the flow',
      keywords: 'comment sticky remark',
    },
    section: {
      title: 'Section',
      hint: 'A coloured area for steps that belong together',
      keywords: 'group frame area colour collapse',
    },
  },
  handles: {
    next: 'Next',
    anyOther: 'Any other answer',
    invalid: 'Too many wrong answers',
    noReply: 'No reply',
    otherwise: 'Otherwise',
    success: 'Success',
    failure: 'Failure',
    timeout: 'No answer in time',
    resolved: 'When resolved',
    branch: 'Branch {number}',
    untitled: 'Untitled',
  },
  card: {
    emptyText: 'Write the message…',
    emptyQuestion: 'Write the question…',
    noTriggers: 'Starts only by hand or by the API',
    keyword: 'Keyword',
    firstMessage: 'First message ever',
    anyMessage: 'Any message',
    moreWords: { one: 'and {count} more', other: 'and {count} more' },
    chooseFile: 'Choose a file',
    fromUrl: 'From {url}',
    savedAs: 'Saved as',
    noLink: 'Add the web address',
    chooseTemplate: 'Name the template',
    setLocation: 'Set the place',
    waits: 'Waits {time}',
    waitsUntil: 'Waits until {time}',
    onDays: 'on {days}',
    goesTo: 'Goes to {name}',
    chooseNode: 'Choose the step to go to',
    addUrl: 'Add the address',
    handsTo: 'To {to}',
    handsToAnyone: 'To whoever is free',
    ends: 'The flow ends here',
    sectionTitle: 'Title of the section',
    steps: { one: '{count} step', other: '{count} steps' },
    emptyNote: 'Write a note…',
    nothingSet: 'Choose a variable',
    cleared: 'cleared',
    options: { one: '{count} option', other: '{count} options' },
  },
  form: {
    ...everyForm,
    ...startForm,
    ...messageForms,
    ...questionForms,
    ...logicForms,
    ...actionForms,
    ...canvasForms,
  },
} as const

import { type Converted, type FlowBuilder, NOTHING, short } from './FlowBuilder.ts'
import {
  convertCardsInput,
  convertChoiceInput,
  convertDateInput,
  convertEmailInput,
  convertFileInput,
  convertNumberInput,
  convertPaymentInput,
  convertPhoneInput,
  convertPictureChoiceInput,
  convertRatingInput,
  convertTextInput,
  convertTimeInput,
  convertUrlInput,
} from './inputs.ts'
import {
  convertAbTest,
  convertCondition,
  convertRedirect,
  convertSetVariable,
  convertWait,
} from './logic.ts'
import { convertAudio, convertEmbed, convertImage, convertText, convertVideo } from './messages.ts'
import type { ReportLevel } from './report.ts'
import { convertRequest } from './request.ts'
import { type TypebotBlock, textIn } from './typebotFile.ts'

interface Asked {
  readonly block: TypebotBlock
  readonly builder: FlowBuilder
  readonly prompt: string | null
}

/** What happens to blocks of one type. */
export interface BlockType {
  /** What stands for it here, for the documentation. */
  readonly becomes: string
  /** How well, with usual settings. */
  readonly level: ReportLevel
  /** It takes the text before it as its question. */
  readonly asks?: true
  readonly convert: (asked: Asked) => Converted
}

const bubble = (
  becomes: string,
  convert: (block: TypebotBlock, builder: FlowBuilder) => Converted,
  level: ReportLevel = 'exact',
): BlockType => ({ becomes, level, convert: ({ block, builder }) => convert(block, builder) })

const input = (
  becomes: string,
  convert: (asked: Asked) => Converted,
  level: ReportLevel = 'exact',
): BlockType => ({ becomes, level, asks: true, convert })

/** Runs nothing here; a note says what it was. */
const note = (convert: (block: TypebotBlock, builder: FlowBuilder) => void): BlockType => ({
  becomes: 'a note',
  level: 'notMapped',
  convert: ({ block, builder }) => {
    convert(block, builder)
    return NOTHING
  },
})
const service = note((_, builder) => builder.notMapped(null, 'service'))

/** Every type of block that Typebot has had, by the name in its files. */
export const BLOCK_TYPES: Readonly<Record<string, BlockType>> = {
  text: bubble('`text`, or the text of the question behind it', convertText),
  image: bubble('`media`', convertImage),
  video: bubble('`media`; a video of a website: `text` with its address', convertVideo),
  audio: bubble('`media`', convertAudio),
  embed: bubble('`text` with its address', convertEmbed, 'changed'),

  'text input': input('`question` for a text', convertTextInput),
  'number input': input('`question` for a number', convertNumberInput),
  'email input': input('`question` for an e-mail address', convertEmailInput),
  'phone number input': input('`question` for a phone number', convertPhoneInput),
  'date input': input('`question` for a date', convertDateInput),
  'url input': input('`question` for a text', convertUrlInput, 'changed'),
  'time input': input('`question` for a text', convertTimeInput, 'changed'),
  'rating input': input('`question` for a whole number', convertRatingInput, 'changed'),
  'choice input': input(
    '`buttons` or `list`; `question` when all go the same way',
    convertChoiceInput,
  ),
  'picture choice input': input(
    '`media` for each picture, then as `choice input`',
    convertPictureChoiceInput,
    'changed',
  ),
  'cards input': input('as `choice input`, without the pictures', convertCardsInput, 'changed'),
  'file input': input('the text before it, and a note', convertFileInput, 'notMapped'),
  'payment input': input('the text before it, and a note', convertPaymentInput, 'notMapped'),

  'Set variable': bubble('`setVariable`; a note for JavaScript', convertSetVariable),
  Condition: bubble('`condition`', convertCondition),
  Redirect: bubble('`text` with the address', convertRedirect, 'changed'),
  Wait: bubble('`delay`', convertWait),
  'AB test': bubble(
    '`setVariable` with a random number, and `condition`',
    convertAbTest,
    'changed',
  ),
  Webhook: bubble('`httpRequest`', convertRequest),
  'Make.com': bubble('`httpRequest`', convertRequest),
  Zapier: bubble('`httpRequest`', convertRequest),
  Pabbly: bubble('`httpRequest`', convertRequest),
  Script: note((block, builder) =>
    builder.notMapped(null, 'script', { code: short(textIn(block.options, 'content')) }),
  ),
  'Google Sheets': service,
  'Google Analytics': service,
  OpenAI: service,
  Email: service,
  Chatwoot: service,
  Pixel: service,
  webhook: service,
  Return: service,
}

export { BLOCK_TYPES } from './blockTypes.ts'
export {
  type ConvertedTypebot,
  convertTypebot,
  MAX_TYPEBOT_LENGTH,
  type TypebotProblem,
} from './convertTypebot.ts'
export {
  REPORT_WORDS,
  type ReportItem,
  type ReportLevel,
  reportWords,
} from './report.ts'

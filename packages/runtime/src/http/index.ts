export { AnswerTooLongError, GuardError } from './guardErrors.ts'
export {
  createGuardedFetch,
  type GuardedDownload,
  type GuardedFetch,
  type GuardedResponse,
} from './guardedFetch.ts'
export { createHttpCaller, type HttpCallerOptions, reasonOf } from './httpCaller.ts'
export { isPublicAddress } from './publicAddress.ts'

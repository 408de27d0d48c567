export {
  AnswerTooLongError,
  createGuardedFetch,
  GuardError,
  type GuardedDownload,
  type GuardedFetch,
  type GuardedResponse,
} from './guardedFetch.ts'
export { createHttpCaller, type HttpCallerOptions, reasonOf } from './httpCaller.ts'
export { isPublicAddress } from './publicAddress.ts'

export { createGuardedFetch, GuardError, type GuardedFetch } from './guardedFetch.ts'
export { createHttpCaller, type HttpCallerOptions } from './httpCaller.ts'
export { isPublicAddress } from './publicAddress.ts'

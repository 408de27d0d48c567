import type { Logger } from './DatabaseServer.ts'

/** From the program to the database's thread. */
export interface WorkerRequest {
  id: number
  action: 'backup' | 'validate' | 'close'
  /** Where to write a backup. */
  folder?: string
}

/** From the database's thread to the program. */
export type WorkerResponse =
  | { type: 'started'; uri: string }
  | { type: 'done'; id: number; result: unknown }
  | { type: 'failed'; id: number; error: unknown }
  | { type: 'log'; level: keyof Logger; fields: object; message: string }

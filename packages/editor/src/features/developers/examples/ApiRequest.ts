/** A request as data: shown in several languages, and sent by “Try it”. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST'
  /** Begins with a slash; a query belongs to it. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: Json
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

import { answer, page } from '@parley/shared/api'
import { z } from 'zod'
import { t } from '../i18n/t.ts'
import { fetchOnce } from './asked.ts'
import { ConnectionError, ContractError, toApiError } from './errors.ts'
import { parseJson } from './parseJson.ts'
import { useWorkspaceChoice } from './workspace.ts'

export const API_ROOT = '/api/v1'

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Undefined values are left out. */
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  /** Sent as JSON; FormData goes as it is. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal | undefined
}

/** One page of a list; `next` is the cursor of the following one. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/**
 * Asks the server and gives the `data` of its answer, checked.
 *
 * @throws {ApiError} when the server refuses.
 * @throws {ConnectionError} when no answer comes.
 * @throws {ContractError} when the answer does not fit `schema`.
 */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<Schema>> {
  const { data } = parse(answer(z.unknown()), await requestWhole(path, options), path)
  return parse(schema, data, path)
}

/** Like {@link request}, for the lists that come in pages. */
export async function requestPage<Schema extends z.ZodType>(
  item: Schema,
  path: string,
  options: RequestOptions = {},
): Promise<Page<z.output<Schema>>> {
  const { data, pagination } = parse(page(z.unknown()), await requestWhole(path, options), path)
  return { items: data.map((each) => parse(item, each, path)), next: pagination.next }
}

/** The address of something that the browser fetches by itself (images, live events), with its workspace. */
export function apiUrl(path: string, query: RequestOptions['query'] = {}): string {
  const { workspaceId } = useWorkspaceChoice.getState()
  return withQuery(API_ROOT + path, { workspaceId: workspaceId ?? undefined, ...query })
}

/** Says which workspace a request is about. */
export function workspaceHeader(): Readonly<Record<string, string>> {
  const { workspaceId } = useWorkspaceChoice.getState()
  return workspaceId ? { 'X-Workspace-Id': workspaceId } : {}
}

/** The whole answer as it came, unchecked: for showing it. Throws as {@link request} does, but for contracts. */
export async function requestWhole(path: string, options: RequestOptions): Promise<unknown> {
  const { method = 'GET', query = {}, body, headers = {}, signal } = options
  const isForm = body instanceof FormData
  let response: Response
  let text: string
  try {
    response = await (method === 'GET' ? fetchOnce : fetch)(withQuery(API_ROOT + path, query), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
        ...workspaceHeader(),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      // Deleting may happen while the page goes away.
      keepalive: method === 'DELETE',
      ...(signal && { signal }),
    })
    // The connection can break in the middle of an answer, too.
    text = await response.text()
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ConnectionError(t('errors.noConnection'), { cause })
  }
  const parsed = parseJson(text)
  if (!response.ok) throw toApiError(response.status, parsed, response.headers.get('Retry-After'))
  return parsed
}

function parse<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  path: string,
): z.output<Schema> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new ContractError(t('errors.contract', { path }), { cause: result.error })
}

function withQuery(url: string, query: NonNullable<RequestOptions['query']>): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length > 0 ? `${url}?${new URLSearchParams(given).toString()}` : url
}

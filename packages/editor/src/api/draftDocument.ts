import { fetchOnce } from './asked.ts'
import { API_ROOT, workspaceHeader } from './client.ts'

/** A slow answer is not waited for: the connection brings the draft as well. */
const LONGEST_WAIT_MS = 3_000
/** Long enough for the program to come; whoever opens the flow later wants it as it is then. */
const TAKEN_WITHIN_MS = 30_000

const asked = new Map<string, { readonly at: number; readonly draft: Promise<Uint8Array | null> }>()

/**
 * Asks for a flow's draft, as the bytes of a Yjs update, while the program that shows it is still on its way. To be
 * followed by `takeDraft`.
 */
export function askForDraft(flowId: string): void {
  if (!findAsked(flowId)) asked.set(flowId, { at: performance.now(), draft: fetchDraft(flowId) })
}

/** What `askForDraft` asked for, once; null when nothing came of it. Never rejects. */
export function takeDraft(flowId: string): Promise<Uint8Array | null> {
  const draft = findAsked(flowId)?.draft ?? fetchDraft(flowId)
  asked.delete(flowId)
  return draft
}

function findAsked(flowId: string) {
  const found = asked.get(flowId)
  return found && performance.now() - found.at < TAKEN_WITHIN_MS ? found : undefined
}

async function fetchDraft(flowId: string): Promise<Uint8Array | null> {
  const late = AbortSignal.timeout(LONGEST_WAIT_MS)
  try {
    // What was asked for before the program was there knows nothing of the signal.
    return await Promise.race([readDraft(flowId, late), rejectionBy(late)])
  } catch {
    // No network, or too slow. The connection tries on, and says what is wrong.
    return null
  }
}

async function readDraft(flowId: string, signal: AbortSignal): Promise<Uint8Array | null> {
  const response = await fetchOnce(`${API_ROOT}/flows/${encodeURIComponent(flowId)}/document`, {
    credentials: 'same-origin',
    headers: workspaceHeader(),
    signal,
  })
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
}

const rejectionBy = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The answer came too late.')))
  })

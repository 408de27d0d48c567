import { fetchOnce } from './asked.ts'
import { API_ROOT, workspaceHeader } from './client.ts'

/** A slow answer is not waited for: the connection brings the draft as well. */
const LONGEST_WAIT_MS = 3_000

const asked = new Map<string, Promise<Uint8Array | null>>()

/**
 * Asks for a flow's draft, as the bytes of a Yjs update, while the program that shows it is still on its way. To be
 * followed by `takeDraft`.
 */
export function askForDraft(flowId: string): void {
  if (!asked.has(flowId)) asked.set(flowId, fetchDraft(flowId))
}

/** What `askForDraft` asked for, once; null when nothing came of it. Never rejects. */
export function takeDraft(flowId: string): Promise<Uint8Array | null> {
  const draft = asked.get(flowId) ?? fetchDraft(flowId)
  asked.delete(flowId)
  return draft
}

async function fetchDraft(flowId: string): Promise<Uint8Array | null> {
  try {
    const response = await fetchOnce(`${API_ROOT}/flows/${encodeURIComponent(flowId)}/document`, {
      credentials: 'same-origin',
      headers: workspaceHeader(),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    // No network, or too slow. The connection tries on, and says what is wrong.
    return null
  }
}

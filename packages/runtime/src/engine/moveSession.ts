import type { CompiledFlow } from './compileFlow.ts'
import type { Prompt, Session } from './types.ts'

/**
 * Whether a session can go on in another version of its flow: the node where it rests must be there, of the same type,
 * and nothing that can happen next may lead nowhere. So the node must still offer every option that the contact has in
 * front of them, and still have every handle by which it could be left before: a button that was taken away, or a
 * "no reply" that was switched off while its timer runs, would end the conversation without a word.
 *
 * @param from the version it is in; null when that one is gone.
 */
export function canMove(from: CompiledFlow | null, to: CompiledFlow, session: Session): boolean {
  const { waiting, ended } = session
  if (waiting === null || ended !== null) return false
  const before = from?.nodesById.get(waiting.nodeId)
  const after = to.nodesById.get(waiting.nodeId)
  if (!after || (before && before.node.type !== after.node.type)) return false
  // A node that asks for a choice understands no answer without a prompt, and one that does not would ignore the prompt.
  if (after.options.size > 0 !== (waiting.prompt !== undefined)) return false
  return (
    isSubset(before?.handles ?? [], after.handles) &&
    (waiting.prompt === undefined || isOffered(to, waiting.prompt))
  )
}

/** The session as the other version has it; only for one that {@link canMove}. Its own variables keep their values. */
export function moveSession(to: CompiledFlow, session: Session): Session {
  const { pastPrompts, ...rest } = session
  return {
    ...rest,
    variables: { ...to.variables, ...session.variables },
    // A tap on an earlier message may jump back only to what can still be answered.
    ...(pastPrompts && { pastPrompts: pastPrompts.filter((prompt) => isOffered(to, prompt)) }),
  }
}

const isOffered = ({ nodesById }: CompiledFlow, { nodeId, options }: Prompt): boolean => {
  const offered = nodesById.get(nodeId)?.options
  return offered !== undefined && isSubset(new Set(options.map(({ key }) => key)), offered)
}

function isSubset(part: Iterable<string>, whole: ReadonlySet<string>): boolean {
  for (const each of part) if (!whole.has(each)) return false
  return true
}

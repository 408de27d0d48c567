import { useEffect, useState } from 'react'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { Banner } from '../../../ui/Banner.tsx'

interface Outcome {
  readonly count: number
  readonly failing: readonly {
    readonly id: string
    readonly name: string
    readonly why: string
    /** Where the conversation went another way; null before it had begun. */
    readonly nodeId: string | null
  }[]
}

/** Runs the flow's tests before it is published, and says which fail. Nothing while it has none. */
export function FailingTests({
  editor,
  onGoTo,
}: {
  editor: FlowEditor
  onGoTo: (nodeId: string) => void
}) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    let isCurrent = true
    const run = async () => {
      const next = await outcomeOf(editor)
      if (isCurrent) setOutcome(next)
    }
    // Without the engine there is nothing to say; the tests do not keep anybody from publishing.
    run().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [editor])
  if (!outcome || outcome.count === 0) return null
  const { count, failing } = outcome
  if (failing.length === 0)
    return <Banner tone="success">{t('publish.testsPass', { count })}</Banner>
  return (
    <Banner tone="warning" title={t('publish.testsFail', { count: failing.length })}>
      <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-4 text-[0.8125rem]">
        {failing.map(({ id, name, why, nodeId }) => (
          <li key={id} className="break-words">
            <b className="font-medium">{name}</b> – {why}
            {nodeId !== null && (
              <>
                {' '}
                <button
                  type="button"
                  onClick={() => onGoTo(nodeId)}
                  className="rounded font-medium whitespace-nowrap underline underline-offset-2"
                >
                  {t('flowTests.showNode')}
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

async function outcomeOf(editor: FlowEditor): Promise<Outcome> {
  const [{ runTests }, { failureWords }] = await Promise.all([
    import('../../../simulator/flowTests/runTests.ts'),
    import('../../../simulator/flowTests/failureWords.ts'),
  ])
  const { outcomes } = runTests(editor.draft())
  return {
    count: outcomes.length,
    failing: outcomes.flatMap(({ test: { id, name }, failure }) =>
      failure ? [{ id, name, why: failureWords(failure), nodeId: failure.nodeId }] : [],
    ),
  }
}

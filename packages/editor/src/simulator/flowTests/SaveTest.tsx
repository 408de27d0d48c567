import { type Simulation, toScript } from '@parley/runtime/engine'
import { contentText, type FlowTest } from '@parley/shared'
import { Save } from 'lucide-react'
import { useState } from 'react'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'
import { newId } from '../../document/newId.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import type { Simulator } from '../simulator.ts'
import { TestDialog } from './TestDialog.tsx'
import { useTestEdits } from './useTestEdits.ts'

/** Makes a test of the conversation that somebody just had. */
export function SaveTest({
  editor,
  simulator,
  simulation,
}: {
  editor: FlowEditor
  simulator: Simulator
  simulation: Simulation
}) {
  const { deniedReason, save } = useTestEdits(editor)
  const [test, setTest] = useState<FlowTest | null>(null)
  const begin = () => {
    const flow = simulator.playable()
    if (!flow) return
    setTest({ id: newId(), name: nameFor(simulation), script: toScript(simulation, flow) })
  }
  return (
    <>
      <Button
        size="sm"
        icon={<Save />}
        disabledReason={
          deniedReason ?? (simulation.log.length === 0 ? t('simulator.tests.empty') : undefined)
        }
        onClick={begin}
      >
        {t('simulator.tests.save')}
      </Button>
      {test && (
        <TestDialog
          editor={editor}
          test={test}
          onClose={() => setTest(null)}
          onSave={(next) => {
            save(next)
            setTest(null)
          }}
        />
      )}
    </>
  )
}

/** The first words of the contact tell tests apart best. */
function nameFor({ log }: Simulation): string {
  const words = log.flatMap((entry) =>
    entry.type === 'received' ? [contentText(entry.content)] : [],
  )
  return words.join(', ').slice(0, 60) || t('simulator.tests.unnamed')
}

import type { FlowTest } from '@parley/shared'
import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { Textarea } from '../../ui/Textarea.tsx'

const FORM_ID = 'flow-test'

/** Name and script of a test. */
export function TestDialog({
  test,
  deniedReason,
  onSave,
  onClose,
}: {
  test: FlowTest
  deniedReason: string | undefined
  onSave: (test: FlowTest) => void
  onClose: () => void
}) {
  const [name, setName] = useState(test.name)
  const [script, setScript] = useState(test.script)
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="lg"
      title={t('simulator.tests.title')}
      description={t('simulator.tests.description')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={FORM_ID} variant="primary" disabledReason={deniedReason}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          onSave({ ...test, name: name.trim() || t('simulator.tests.unnamed'), script })
        }}
      >
        <Field label={t('simulator.tests.name')}>
          <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('simulator.tests.script')} help={t('simulator.tests.scriptHelp')}>
          <Textarea
            rows={12}
            value={script}
            maxLength={20_000}
            spellCheck={false}
            className="max-h-[50dvh] font-mono text-xs leading-relaxed md:text-xs"
            onChange={(event) => setScript(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}

import '../../i18n/withFlowTexts.ts'
import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'

/** Lets somebody choose the file of a flow. */
export function ImportButton({
  deniedReason,
  isBusy,
  onFile,
}: {
  deniedReason: string | undefined
  isBusy: boolean
  onFile: (file: File) => void
}) {
  const filePicker = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        icon={<Upload />}
        disabledReason={deniedReason}
        isBusy={isBusy}
        onClick={() => filePicker.current?.click()}
      >
        {t('flows.import')}
      </Button>
      <input
        ref={filePicker}
        type="file"
        accept=".json,application/json"
        className="hidden"
        aria-label={t('flows.import')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          // The same file can be chosen again after it was put right.
          event.target.value = ''
        }}
      />
    </>
  )
}

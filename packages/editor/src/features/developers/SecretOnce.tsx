import { Banner } from '../../ui/Banner.tsx'
import { CopyField } from '../../ui/CopyField.tsx'

/** A secret, at the only moment at which it can be seen. */
export const SecretOnce = ({
  value,
  label,
  warning,
}: {
  value: string
  label: string
  warning: string
}) => (
  <div className="flex flex-col gap-3">
    <Banner tone="warning">{warning}</Banner>
    <CopyField value={value} label={label} />
  </div>
)

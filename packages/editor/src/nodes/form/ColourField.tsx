import type { NodeData } from '@parley/shared'
import { t } from '../../i18n/t.ts'
import { useNodeForm } from './NodeFormContext.ts'

/** Colours of notes and sections. */
export type Colour = NodeData<'note' | 'section'>['color']
export const COLOURS: readonly Colour[] = ['yellow', 'green', 'blue', 'pink', 'gray']

/** One of the colours that notes and sections have. */
export function ColourField({
  value,
  onChange,
}: {
  value: Colour
  onChange: (colour: Colour) => void
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <fieldset>
      <legend className="mb-1.5 text-[0.8125rem] font-medium text-ink">
        {t('nodes.form.noteColor')}
      </legend>
      <div className="flex gap-2">
        {COLOURS.map((colour) => (
          <button
            key={colour}
            type="button"
            disabled={isReadOnly}
            aria-label={t(`nodes.form.noteColors.${colour}`)}
            aria-pressed={value === colour}
            onClick={() => onChange(colour)}
            data-note={colour}
            className="size-8 rounded-full border-2 border-(--note-line) bg-(--note) aria-pressed:ring-2 aria-pressed:ring-primary aria-pressed:ring-offset-2 aria-pressed:ring-offset-surface pointer-coarse:size-10"
          />
        ))}
      </div>
    </fieldset>
  )
}

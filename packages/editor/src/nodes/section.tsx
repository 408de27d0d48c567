import { Group } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { SECTION_CARD } from './card/metrics.ts'
import { ColourField } from './form/ColourField.tsx'
import { NumberField } from './form/fields.tsx'
import { defineLook, type FormProps } from './NodeLook.ts'

export const section = defineLook<'section'>({
  icon: Group,
  // Drawn by the canvas itself: it is no card.
  Card: () => null,
  cardHeight: () => 0,
  sizeOf: ({ collapsed, width, height }) => (collapsed ? SECTION_CARD : { width, height }),
  Form,
})

function Form({ data, change }: FormProps<'section'>) {
  return (
    <>
      <p className="-mt-1 text-[0.8125rem] text-ink-muted">{t('nodes.form.sectionHelp')}</p>
      <ColourField value={data.color} onChange={(color) => change({ color })} />
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('nodes.form.sectionWidth')}
          value={data.width}
          path={['width']}
          min={160}
          step={16}
          onChange={(width) => change({ width: width ?? 0 })}
        />
        <NumberField
          label={t('nodes.form.sectionHeight')}
          value={data.height}
          path={['height']}
          min={96}
          step={16}
          onChange={(height) => change({ height: height ?? 0 })}
        />
      </div>
    </>
  )
}

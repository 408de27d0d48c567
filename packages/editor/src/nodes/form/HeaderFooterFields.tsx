import type { Capabilities, InteractiveLimits, NodeHeader } from '@parley/shared'
import { t } from '../../i18n/t.ts'
import { ChoiceField } from './fields.tsx'
import { MediaSourceField } from './MediaSourceField.tsx'
import { Section } from './Section.tsx'
import { WordsField } from './WordsField.tsx'

interface HeaderFooterData {
  readonly header: NodeHeader | null
  readonly footer: string
}

const KINDS = ['none', 'text', 'image', 'video', 'document'] as const

/** What can stand above and below an interactive message. */
export function HeaderFooterFields({
  data,
  change,
  limitsOf,
}: {
  data: HeaderFooterData
  change: (patch: Partial<HeaderFooterData>) => void
  /** What a channel shows of this kind of message; null: it has no such messages. */
  limitsOf: (capabilities: Capabilities) => InteractiveLimits | null
}) {
  const { header, footer } = data
  return (
    <Section title={t('nodes.form.moreOptions')} isOpenAtFirst={header !== null || footer !== ''}>
      <ChoiceField
        label={t('nodes.form.header')}
        value={header?.type ?? 'none'}
        options={KINDS.map((value) => ({ value, label: t(`nodes.form.headerKind.${value}`) }))}
        onChange={(kind) => change({ header: newHeader(kind) })}
      />
      {header?.type === 'text' && (
        <WordsField
          label={t('nodes.form.headerText')}
          value={header.text}
          path={['header', 'text']}
          limit={(channel) => limitsOf(channel)?.headerText}
          onChange={(text) => change({ header: { type: 'text', text } })}
        />
      )}
      {header && header.type !== 'text' && (
        <MediaSourceField
          kind={header.type}
          source={header.source}
          path={['header', 'source']}
          onChange={(source) => change({ header: { ...header, source } })}
        />
      )}
      <WordsField
        label={t('nodes.form.footer')}
        help={t('nodes.form.footerHelp')}
        value={footer}
        path={['footer']}
        limit={(channel) => limitsOf(channel)?.footer}
        onChange={(next) => change({ footer: next })}
      />
    </Section>
  )
}

function newHeader(kind: (typeof KINDS)[number]): NodeHeader | null {
  const source = { type: 'upload', mediaId: '' } as const
  switch (kind) {
    case 'none':
      return null
    case 'text':
      return { type: 'text', text: '' }
    case 'document':
      return { type: 'document', source, filename: '' }
    case 'image':
    case 'video':
      return { type: kind, source }
  }
}

import { ExternalLink } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { InteractiveCard, interactiveHeight } from './card/InteractiveCard.tsx'
import { ACTION_HEIGHT, BubbleAction } from './card/parts.tsx'
import { Words } from './card/Words.tsx'
import { HeaderFooterFields } from './form/HeaderFooterFields.tsx'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

export const ctaUrl = defineLook<'ctaUrl'>({
  icon: ExternalLink,
  Card,
  cardHeight: (data) => interactiveHeight(data) + ACTION_HEIGHT,
  words: () => [
    { path: ['text'], isMultiline: true },
    { path: ['buttonText'], isMultiline: false },
  ],
  Form,
})

function Card({ data }: CardProps<'ctaUrl'>) {
  return (
    <InteractiveCard
      data={data}
      placeholder={t('nodes.card.emptyText')}
      action={
        <BubbleAction icon={<ExternalLink aria-hidden />}>
          <Words
            name="buttonText"
            placeholder={t('nodes.form.buttonText')}
            className="min-w-0 truncate"
          >
            {data.url === '' ? t('nodes.card.noLink') : data.buttonText}
          </Words>
        </BubbleAction>
      }
    />
  )
}

function Form({ data, change }: FormProps<'ctaUrl'>) {
  return (
    <>
      <WordsField
        label={t('nodes.form.text')}
        value={data.text}
        path={['text']}
        limit={({ ctaUrl: limits, text }) => limits?.text ?? text}
        isMultiline
        hasFormatting
        rows={4}
        onChange={(text) => change({ text })}
      />
      <WordsField
        label={t('nodes.form.buttonText')}
        value={data.buttonText}
        path={['buttonText']}
        limit={({ ctaUrl: limits }) => limits?.buttonText}
        onChange={(buttonText) => change({ buttonText })}
      />
      <WordsField
        label={t('nodes.form.url')}
        placeholder={t('nodes.form.urlPlaceholder')}
        value={data.url}
        path={['url']}
        isCode
        onChange={(url) => change({ url })}
      />
      <HeaderFooterFields data={data} change={change} limitsOf={({ ctaUrl: limits }) => limits} />
    </>
  )
}

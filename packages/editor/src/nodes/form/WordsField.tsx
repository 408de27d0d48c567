import { Translations } from './translation/Translations.tsx'
import { WordsInput, type WordsInputProps } from './WordsInput.tsx'

/** A text of the author's, with its translations below when the flow has several languages and contacts read it. */
export function WordsField(props: WordsInputProps) {
  return (
    <>
      <WordsInput {...props} />
      <Translations {...props} />
    </>
  )
}

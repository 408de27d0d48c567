import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import type { ApiRequest } from '../examples/ApiRequest.ts'
import { toCurl } from '../examples/toCurl.ts'
import { toJavaScript } from '../examples/toJavaScript.ts'

const LANGUAGES = { curl: toCurl, javascript: toJavaScript } as const
export type Language = keyof typeof LANGUAGES

/** A request to this server, to be copied. */
export const ExampleCode = ({
  label,
  request,
  language,
}: {
  label: string
  request: ApiRequest
  language: Language
}) => <CodeBlock label={label} code={LANGUAGES[language](location.origin, request)} />

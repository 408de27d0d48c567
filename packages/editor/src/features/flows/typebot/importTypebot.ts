import '../../../i18n/withTypebotTexts.ts'
import type { FlowDetails } from '@parley/shared/api'
import { convertTypebot, type ReportItem } from '@parley/shared/typebot'
import { createFlow } from '../../../api/flowDetails.ts'
import { t } from '../../../i18n/t.ts'
import { itemWords } from './itemWords.ts'

/** A flow that was made from a file of Typebot, and what became of each block. */
export interface ImportedTypebot {
  readonly flow: FlowDetails
  readonly report: readonly ReportItem[]
}

/** Makes a flow from a file of Typebot. Nothing is made when the file cannot be taken over whole. @throws {Error} in words. */
export async function importTypebot(text: string): Promise<ImportedTypebot> {
  const converted = convertTypebot(text, (item) => itemWords(item))
  if (!converted.ok) throw new Error(t(`typebot.problems.${converted.problem}`))
  const { name, draft, report } = converted
  return { flow: await createFlow({ name, description: t('typebot.source'), draft }), report }
}

import type { roles as english } from '../en/roles.ts'
import type { ArabicOf } from './ArabicOf.ts'

export const roles: ArabicOf<typeof english> = {
  owner: 'مالك',
  ownerHelp: 'كل شيء، بما في ذلك الأعضاء والإعدادات.',
  editor: 'محرّر',
  editorHelp: 'يبني التدفقات ويربط الأرقام ويرد على المحادثات.',
  agent: 'موظف دعم',
  agentHelp: 'يرد على المحادثات ويعدّل جهات الاتصال.',
  viewer: 'مُشاهد',
  viewerHelp: 'يطّلع ولا يغيّر شيئًا.',
}

import type { canvasForms as english } from '../../en/nodeForms/canvasForms.ts'
import type { ArabicOf } from '../ArabicOf.ts'

export const canvasForms: ArabicOf<typeof english> = {
  note: 'الملاحظة',
  noteColor: 'اللون',
  sectionWidth: 'العرض',
  sectionHeight: 'الارتفاع',
  sectionHelp: 'الخطوات الموضوعة على قسم تتحرك معه. لا يغيّر شيئًا في المحادثة.',
  noteColors: { yellow: 'أصفر', green: 'أخضر', blue: 'أزرق', pink: 'وردي', gray: 'رمادي' },
}

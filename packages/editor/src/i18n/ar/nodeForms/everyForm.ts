import type { everyForm as english } from '../../en/nodeForms/everyForm.ts'
import type { ArabicOf } from '../ArabicOf.ts'

export const everyForm: ArabicOf<typeof english> = {
  untitled: 'بلا عنوان',
  moveUp: 'رفع «{title}»',
  moveDown: 'خفض «{title}»',
  removeItem: 'إزالة «{title}»',
  systemVariables: {
    contactName: 'اسم جهة الاتصال',
    contactPhone: 'هاتف جهة الاتصال',
    contactLanguage: 'لغة جهة الاتصال',
    contactTags: 'وسوم جهة الاتصال',
    numberName: 'اسم رقمك',
    numberPhone: 'هاتف رقمك',
    now: 'التاريخ والوقت الآن',
    today: 'تاريخ اليوم',
  },
  fromNode: 'تضبطه {name}',
  declared: 'معرّف في التدفق',
  name: 'اسم الخطوة',
}

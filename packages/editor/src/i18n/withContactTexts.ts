import { contacts } from './en/contacts.ts'
import { addTexts } from './t.ts'

// To be imported by what needs the texts of this group, for this effect.
addTexts({ contacts })

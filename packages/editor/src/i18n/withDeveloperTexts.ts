import { developerTexts } from './en/developerTexts.ts'
import { addTexts } from './t.ts'

// To be imported by what needs the texts of templates and developers, for this effect.
addTexts(developerTexts)

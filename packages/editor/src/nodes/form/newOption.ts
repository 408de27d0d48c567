import { newId } from '../../document/newId.ts'

/** An option of a choice that the author has not written yet. */
export const newOption = () => ({ id: newId(), title: '', synonyms: [], value: '' })

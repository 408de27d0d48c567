// The conversation that the benchmarks hold: 3 messages in and 4 out. A greeting and a question for the name, three
// buttons, a condition, a variable, a text with three variables.
import { parseFlow } from '@parley/shared'

export const CHOICES = ['Sales', 'Support', 'Other']
export const DEPARTMENTS = { Sales: 'dept-1', Support: 'dept-2', Other: 'dept-3' }

const isChoice = (value) => ({
  type: 'group',
  rules: [
    {
      type: 'rule',
      subject: { type: 'variable', name: 'choice' },
      operator: 'equals',
      values: [value],
    },
  ],
})
const setDepartment = (id, choice) => ({
  id,
  type: 'setVariable',
  data: {
    assignments: [{ name: 'department', value: { type: 'text', text: DEPARTMENTS[choice] } }],
  },
})
const edge = (source, sourceHandle, target) => ({
  id: `${source}-${sourceHandle}`,
  source,
  sourceHandle,
  target,
})

const parsed = parseFlow({
  nodes: [
    { id: 'start', type: 'start', data: { triggers: [{ type: 'anyMessage', id: 'any' }] } },
    { id: 'greet', type: 'text', data: { text: 'Hello! Welcome to Acme.' } },
    { id: 'name', type: 'question', data: { text: 'What is your name?', saveAs: 'name' } },
    {
      id: 'ask',
      type: 'buttons',
      data: {
        text: 'Choose a department',
        buttons: CHOICES.map((title) => ({ id: title.toLowerCase(), title })),
        saveAs: 'choice',
      },
    },
    {
      id: 'branch',
      type: 'condition',
      data: {
        branches: [
          { id: 'sales', group: isChoice('Sales') },
          { id: 'support', group: isChoice('Support') },
        ],
      },
    },
    setDepartment('setSales', 'Sales'),
    setDepartment('setSupport', 'Support'),
    setDepartment('setOther', 'Other'),
    {
      id: 'thanks',
      type: 'text',
      data: { text: 'Thanks {{ name }}, {{ choice }} ({{ department }}) will contact you.' },
    },
  ],
  edges: [
    edge('start', 'next', 'greet'),
    edge('greet', 'next', 'name'),
    edge('name', 'next', 'ask'),
    ...CHOICES.map((title) => edge('ask', title.toLowerCase(), 'branch')),
    edge('branch', 'sales', 'setSales'),
    edge('branch', 'support', 'setSupport'),
    edge('branch', 'else', 'setOther'),
    edge('setSales', 'next', 'thanks'),
    edge('setSupport', 'next', 'thanks'),
    edge('setOther', 'next', 'thanks'),
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
/** The flow as it is published. */
export const conversationFlow = parsed.flow

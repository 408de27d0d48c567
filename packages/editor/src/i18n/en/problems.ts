import { fieldTexts, plainFixTexts, problemTexts, problemWords } from '@parley/shared'

/** What the linter says, and what its one-click fixes are called. The English of the rules stands where the rules are. */
export const problems = {
  rules: problemTexts,
  /** What schemas say about single fields: `rules.invalidField` with a rule of its own. */
  fields: fieldTexts,
  /** Words for values of the rules' sentences, by the name of the value. */
  words: problemWords,
  fixes: {
    ...plainFixTexts,
    label: 'Ways to solve it',
    removeNode: 'Remove the step',
    connectHere: 'Connect “{from}” to it',
    endHere: 'End the flow there',
    handOver: 'Hand over to a person',
    askBetween: 'Ask something in between',
    askText: 'What would you like to do now?',
    addStart: 'Add a start',
    answerAnything: 'Start with any message',
    matchExactly: 'Only as a whole message',
    notInterrupt: 'Only outside of conversations',
    raisePriority: 'Give it a higher priority',
    declare: 'Add it to the flow’s variables',
    rename: 'Use “{name}”',
    removeVariable: 'Remove the variable',
    shorten: 'Shorten it to {max} characters',
    split: 'Split it into several messages',
    tellApart: 'Number the titles',
    removeReminder: 'Remove the reminder',
    removeBranch: 'Remove the branch',
    usePost: 'Use POST',
    captionAsText: 'Send it as a text after the file',
  },
  fixed: 'Solved: {fix}',
} as const

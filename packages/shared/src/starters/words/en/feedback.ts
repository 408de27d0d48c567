export const feedback = {
  name: 'Customer feedback',
  description: 'A score from 0 to 10. Fans are asked for a review, the others what went wrong.',
  variables: { score: 'score', suggestion: 'suggestion', complaint: 'complaint' },
  triggers: ['feedback', 'review', 'survey'],
  score: {
    text: 'Thank you for your visit! How likely are you to recommend us to a friend, from 0 (not at all) to 10 (certainly)?',
    retryText: 'Please answer with a whole number from 0 to 10.',
    reminder: 'A number from 0 to 10 is all we ask for 🙂',
  },
  branches: { fan: '9 or 10', middle: '7 or 8' },
  askReview: {
    text: 'That makes us happy! 🎉 Would you tell others, too? It takes a minute.',
    buttonText: 'Write a review',
  },
  askBetter: 'Thank you! What is the one thing that would make it a 10?',
  askWrong: 'We are sorry that we let you down. What went wrong?',
  repair: {
    to: 'Manager',
    message: 'Thank you for being so open. Somebody who can change it writes to you here.',
    note: 'Score {{ score }}: {{ complaint }}',
  },
  thanks: 'Thank you for your time, and see you again soon!',
}

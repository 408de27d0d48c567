/** What members may do. */
export const roles = {
  owner: 'Owner',
  ownerHelp: 'Everything, members and settings included.',
  editor: 'Editor',
  editorHelp: 'Builds flows, connects numbers, answers conversations.',
  agent: 'Agent',
  agentHelp: 'Answers conversations and edits contacts.',
  viewer: 'Viewer',
  viewerHelp: 'Looks, and changes nothing.',
} as const

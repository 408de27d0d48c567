// Apart from the node that uses them: pages that only list flows need no rules and texts of the linter.
export const HTTP_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

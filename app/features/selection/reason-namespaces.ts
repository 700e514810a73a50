/** Where the reasons of a selection's procedures have their sentences `refusal.<CODE>`, in the order in which they are asked. */
export const reasonNamespaces = ['selectionRules', 'draw', 'sealing', 'engagements'] as const

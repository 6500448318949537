/** Which statements the municipality looks at: `todo` is objections and differences that nobody has looked at. */
export const reviewFilters = ['todo', 'objected', 'differs', 'awaiting', 'all'] as const
export type ReviewFilter = (typeof reviewFilters)[number]

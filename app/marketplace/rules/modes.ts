/** How a service is given. */
export const modes = ['at_provider', 'at_home', 'institution', 'online'] as const
export type Mode = (typeof modes)[number]

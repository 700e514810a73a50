import { redirect } from '@remix-run/node'

/** 工作日历 is loaded as a table like all others, with a dry run before it counts: the address of its former page leads there. */
export const loader = () => redirect('/regulator/imports?kind=CALENDAR')

import { graphql } from '#app/graphql.ts'

export const CalendarDocument = graphql(`
  query Calendar {
    calendarYears {
      year
      holidays
      makeupWorkdays
      sourceNotice
    }
  }
`)

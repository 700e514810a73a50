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

export const LoadNoticeDocument = graphql(`
  mutation LoadNotice($input: LoadCalendarNoticeInput!) {
    result: loadCalendarNotice(input: $input) {
      __typename
      ... on UserError {
        code
        facts
      }
      ... on ValidationError {
        fields {
          path
          code
          facts
        }
      }
      ... on LoadCalendarNoticePayload {
        year
      }
    }
  }
`)

/**
 * What somebody is to the company, by their proven number: nobody yet, a person, and with an active row on the roster
 * an employee and perhaps more. Roles add up: a recruiter is also an employee and a person.
 */
export const ROLES = ['visitor', 'person', 'employee', 'recruiter', 'admin'] as const
export type Role = (typeof ROLES)[number]

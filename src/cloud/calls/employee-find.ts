import { defineHandler } from '../handler'
import { toCaller } from '../store/caller'
import { findEmployees } from '../store/employee'

export const employeeFind = defineHandler('employee.find', {
  async load({ text }, ctx) {
    const row = await findEmployees(ctx, text)
    return { caller: toCaller(row.caller, ctx), relations: ['any'], facts: row.employees }
  },
  act: (employees) => ({ employees }),
})

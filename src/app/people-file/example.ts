/** The columns of a file of people, as the reader knows them: for doors, which know no format. */
export { peopleColumns } from "../../formats/people-csv/read.ts";

export function EnterMeeting() {
  return null;
}

/** A prepared question as a phone shows it, in the preview of the company's folder: nothing that is answered is sent. */
import * as phone_activities from "../parts/phone_activities.js";
import * as phone_page from "../parts/phone_page.js";

const { asked, answered } = document.body.dataset;
const question = JSON.parse(asked || "{}");
phone_page.fresh();
phone_page.add(phone_page.main, "h1", question.title);
const draw = phone_activities.KINDS[question.kind];
if (draw) draw(question, null, () => phone_page.tell(answered || "", "good"));

// The day of the reader's clock, brought to the top of the days of all years. The list behind it
// is shown when that is done, so that nothing moves.
(function () {
  "use strict";
  var now = new Date();
  var month = now.getMonth() + 1, date = now.getDate();
  var today = "day_" + String(100 * month + date).padStart(4, "0");
  var box = document.getElementById("today_"), page = box.parentNode;
  var head = box.querySelector("h2"), said = box.querySelector("p"), link = said.querySelector("a");
  page.classList.add("waits");
  document.addEventListener("DOMContentLoaded", function () {
    var days = Array.from(document.querySelectorAll("[id^=day_]"));
    var found = days.find(day => day.id >= today) || days[0];
    head.textContent = head.textContent.replace("{month}", month).replace("{day}", date);
    if (found.id === today) {
      found.setAttribute("aria-current", "date");
      said.replaceWith(found.querySelector("ul").cloneNode(true));
    } else {
      link.textContent = found.querySelector("h3").textContent;
      link.href = "#" + found.id;
    }
    box.hidden = false;
    page.classList.remove("waits");
  });
})();

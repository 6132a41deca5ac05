// The class code comes with the QR code, behind the # of the address: it is never sent by itself.
const given = decodeURIComponent(location.hash.slice(1));
if (given && document.getElementById("code")) {
  document.getElementById("code").value = given;
  document.getElementById("handle").focus();
  history.replaceState(null, "", location.pathname);
}

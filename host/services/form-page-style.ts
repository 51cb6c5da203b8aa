/** How the answerable page looks. */
export const FORM_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#eef3f1;color:#1f2723;font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
main{max-width:640px;margin:0 auto;padding:16px 12px 48px}
.card{background:#fff;border:1px solid #d3dcd7;border-radius:8px;padding:20px 22px;margin:0 0 12px;min-width:0}
.head{border-top:10px solid #1c6b50}
h1{font-size:1.75rem;line-height:1.25;font-weight:500;margin:0 0 8px;overflow-wrap:anywhere}
h2{font-size:1.2rem;line-height:1.35;font-weight:600;margin:0 0 6px;overflow-wrap:anywhere}
p{margin:0 0 8px;overflow-wrap:anywhere;white-space:pre-line}
.note{color:#4d5a54;font-size:.9375rem}
.star,.error{color:#b3261e}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.error{font-weight:600;margin:10px 0 0}
fieldset.card{border:1px solid #d3dcd7}
legend,.question{display:block;font-size:1.0625rem;font-weight:500;margin:0 0 6px;padding:0;overflow-wrap:anywhere;max-width:100%}
fieldset.card>legend{float:left;width:100%}
fieldset.card>legend+*{clear:both}
.wrong{border-color:#b3261e!important;box-shadow:inset 4px 0 0 #b3261e}
input[type=text],input[type=email],input[type=date],input[type=datetime-local],input[type=time],textarea,select{width:100%;max-width:100%;font:inherit;color:inherit;background:#fff;border:1px solid #7b8a83;border-radius:6px;padding:10px 12px}
input[type=date],input[type=time],input.short{max-width:220px}
input[type=datetime-local]{max-width:280px}
textarea{min-height:120px;resize:vertical}
.option{display:flex;gap:12px;align-items:flex-start;padding:7px 0;min-width:0}
.option>span{min-width:0;overflow-wrap:anywhere}
.option input[type=radio],.option input[type=checkbox]{flex:none;width:20px;height:20px;margin:2px 0 0;accent-color:#1c6b50}
.option input[type=text]{padding:4px 10px}
.scale{display:grid;grid-template-columns:repeat(auto-fit,minmax(44px,1fr));gap:4px}
.scale label{display:flex;flex-direction:column;align-items:center;gap:6px;padding:6px 0}
.scale input{width:22px;height:22px;margin:0;accent-color:#1c6b50}
.ends{display:flex;justify-content:space-between;gap:16px;color:#4d5a54;font-size:.9375rem}
.ends span{min-width:0;overflow-wrap:anywhere}
.ends span+span{text-align:right}
button,.button{display:inline-block;font:inherit;font-weight:600;color:#fff;background:#1c6b50;border:0;border-radius:6px;padding:11px 28px;cursor:pointer;text-decoration:none}
button:hover,.button:hover{background:#155240}
:focus-visible{outline:3px solid #1a73e8;outline-offset:2px}
a{color:#0b57d0}
button.quiet{color:#1c6b50;background:#fff;box-shadow:inset 0 0 0 1px #1c6b50}
button.quiet:hover{background:#eef3f1}
.steps{display:flex;flex-flow:row-reverse wrap;justify-content:flex-end;align-items:center;gap:12px}
.progress{margin:0;color:#4d5a54;font-size:.9375rem}
.marks{display:flex;flex-wrap:wrap;gap:4px}
.marks label{display:flex;flex-direction:column;align-items:center;gap:6px;padding:6px 8px;min-width:44px}
.marks .icon{font-size:1.35rem;line-height:1}
.marks input{width:22px;height:22px;margin:0;accent-color:#1c6b50}
.grid{overflow-x:auto}
.grid table{border-collapse:collapse;width:100%}
.grid th,.grid td{padding:8px;text-align:center;font-weight:400;overflow-wrap:break-word;min-width:56px}
.grid th[scope=row]{text-align:left;min-width:120px}
.grid tbody tr{border-top:1px solid #d3dcd7}
.grid tr.wrong{box-shadow:inset 4px 0 0 #b3261e}
.grid input{width:20px;height:20px;margin:0;accent-color:#1c6b50}
.grid label{display:flex;justify-content:center;min-height:28px;align-items:center}
.grid .name{display:none}
@media (max-width:520px){.grid table,.grid tbody,.grid tr,.grid th,.grid td{display:block;text-align:left}.grid thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.grid th[scope=row]{font-weight:600;padding:10px 8px 2px}.grid td{padding:4px 8px}.grid label{justify-content:flex-start;gap:12px}.grid .name{display:inline}}
@media (max-width:420px){main{padding:8px 8px 32px}.card{padding:16px 14px}h1{font-size:1.5rem}button{width:100%}}
`;

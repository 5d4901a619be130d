-- A need that was entered by mistake is taken back by its own side; the audit log keeps what it said.
grant delete on need to entente_app;
drop policy if exists take_back on need;
create policy take_back on need for delete to entente_app using (owner_id = (select viewer_holder()) and class_id in (select writable_class()));
